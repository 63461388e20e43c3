# journal in a container: docker run --rm -v "$PWD:/journal" IMAGE, or IMAGE serve --bind 0.0.0.0 with -p 8000:8000.
FROM python:3.13-slim AS wheel
COPY . /source
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels /source

FROM python:3.13-slim
RUN apt-get update \
 && apt-get install --yes --no-install-recommends git \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --create-home --uid 1000 journal \
 && git config --system --add safe.directory /journal
COPY --from=wheel /wheels /wheels
RUN pip install --no-cache-dir /wheels/*.whl && rm -rf /wheels
USER journal
WORKDIR /journal
EXPOSE 8000
ENTRYPOINT ["journal"]
CMD ["build"]
