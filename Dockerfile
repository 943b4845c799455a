# The API and the explorer. What builds them stays in the first stage; what runs has no build tool and no root rights.

FROM python:3.11-slim AS build
WORKDIR /src
RUN python -m venv /opt/tools && python -m venv /opt/cancu
COPY requirements.lock requirements.runtime.lock ./
RUN /opt/tools/bin/pip install --no-cache-dir --require-hashes --requirement requirements.lock
RUN /opt/cancu/bin/pip install --no-cache-dir --require-hashes --requirement requirements.runtime.lock
COPY . .
RUN /opt/tools/bin/pip wheel --no-deps --no-build-isolation --wheel-dir /wheels . \
    && /opt/cancu/bin/pip install --no-cache-dir --no-deps /wheels/*.whl

FROM python:3.11-slim
RUN apt-get update && apt-get install --yes --no-install-recommends tesseract-ocr-vie && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/cancu cancu
COPY --from=build /opt/cancu /opt/cancu
ENV PATH=/opt/cancu/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    CANCU_STORE=sqlite:////var/lib/cancu/cancu.db
USER cancu
WORKDIR /var/lib/cancu
VOLUME /var/lib/cancu
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/ready', timeout=4)"]
ENTRYPOINT ["cancu"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
