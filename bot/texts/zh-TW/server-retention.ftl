# /server retention

server-retention-how = 超過天數的內容會在六小時內自動刪除。隨時可以調短；調長不能超過機器人營運者的上限。刪除後無法找回。
