# An image of the lab: docker build -t ganlab .   (how to run it: README.md, "In a container")
# With CUDA, from PyPI: docker build --build-arg TORCH_INDEX= -t ganlab .
ARG PYTHON_IMAGE=python:3.13-slim-bookworm

FROM ${PYTHON_IMAGE} AS build
WORKDIR /src
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
# torch before the sources, so that an edit does not install it again.
COPY constraints.txt ./
ARG TORCH_INDEX=https://download.pytorch.org/whl/cpu
RUN python -m venv /opt/ganlab \
 && /opt/ganlab/bin/pip install ${TORCH_INDEX:+--extra-index-url "$TORCH_INDEX"} --constraint constraints.txt torch
# The build fetches node as a build dependency of its own; neither it nor npm reaches the image.
COPY . .
RUN /opt/ganlab/bin/pip install --constraint constraints.txt .

FROM ${PYTHON_IMAGE}
RUN useradd --uid 10001 --create-home --no-log-init ganlab \
 && install --directory --owner=ganlab /var/lib/ganlab /var/cache/ganlab
COPY --from=build /opt/ganlab /opt/ganlab
# Outside the container only what `docker run --publish` names can be reached.
ENV PATH=/opt/ganlab/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    GANLAB_HOST=0.0.0.0 \
    GANLAB_PORT=8000 \
    GANLAB_STATE_DIR=/var/lib/ganlab \
    GANLAB_CACHE_DIR=/var/cache/ganlab
USER 10001
WORKDIR /home/ganlab
VOLUME /var/lib/ganlab /var/cache/ganlab
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s \
  CMD ["python", "-c", "import os, urllib.request as u; u.urlopen('http://127.0.0.1:' + os.environ['GANLAB_PORT'] + '/healthz', timeout=3)"]
CMD ["ganlab", "serve"]
