# /server filters: the content policy of a server

server-filters-title = **What the filters do with messages to me in this server**
server-filters-line = - { $category }: { $setting }
server-filters-line-own = - { $category }: { $setting } ← set here
server-filters-line-fixed = - { $category }: { $action } 🔒
server-filters-setting = { $action }, from { $threshold } on
server-filters-how = A score runs from 0 to 1: a higher threshold lets more through. Choose `category` with `threshold` or `action` to change one, or `test` to see what would happen to a text. 🔒 holds in every server.
server-filters-set = **{ $category }** is changed.
    Before: { $before }
    Now: { $after }
    It applies to every message from now on; `/server audit` lists the change.
server-filters-which = Which category shall I change? Choose one in `category`.
server-filters-floor = This one is the same in every server: support for people in distress, the protection of minors, and keeping secrets out cannot be lowered. You can change the other categories.
server-filters-no-such-action = That action does not exist for this category. Personal data can be *taken out* or *let through*; everything else can be *refused*, *read as material* or *let through*.
server-filters-test = **What would happen:** { $action }
server-filters-test-told = **What the learner would read:** { $said }
server-filters-test-kept = -# The text was only looked at: it is not kept, not sent to a model, and counts nowhere.
