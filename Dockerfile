# The tutor in a container: two stages, so that pip and its caches stay behind.
# Build: docker build -t genai-tutor .      Run: docker compose up -d

FROM python:3.12-slim AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /venv
COPY requirements.lock ./
RUN /venv/bin/python -m pip install --quiet --require-hashes -r requirements.lock

FROM python:3.12-slim
# Certificates for TLS to Discord and model servers; for pictures a font that draws Latin and Chinese, and what puts
# right-to-left letters into order.
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates fonts-wqy-microhei libfribidi0 \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --system --gid 10001 tutor \
    && useradd --system --uid 10001 --gid tutor --home-dir /app --shell /usr/sbin/nologin tutor \
    && install -d -o tutor -g tutor /data
COPY --from=build /venv /venv
WORKDIR /app
COPY bot ./bot
COPY cogs ./cogs
COPY course ./course
COPY prompts ./prompts
COPY migrations ./migrations
COPY LICENSE ./
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DATA_DIR=/data
USER 10001:10001
VOLUME ["/data"]
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 \
    CMD ["python", "-m", "bot", "doctor", "--live"]
CMD ["python", "-m", "bot", "run"]
