"""The command line: `ganlab serve` and `ganlab reproduce`."""

from __future__ import annotations

import errno
import logging
import socket
import sys
import webbrowser
from pathlib import Path
from typing import Annotated, NoReturn
from urllib.parse import quote

import typer
from pydantic import ValidationError

from ganlab import __version__
from ganlab.runtime.pool import warm_up
from ganlab.settings import Settings, is_loopback

app = typer.Typer(
    add_completion=False, no_args_is_help=True, help="A visual lab for GANs, in the browser."
)


def _help(setting: str) -> str:
    return Settings.model_fields[setting].description or ""


@app.callback(invoke_without_command=True)
def main(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """A visual lab for generative adversarial networks, in the browser."""
    if version:
        typer.echo(__version__)
        raise typer.Exit


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help=_help("host"))] = None,
    port: Annotated[int | None, typer.Option(help=_help("port"))] = None,
    token: Annotated[str | None, typer.Option(help=_help("token"))] = None,
    workers: Annotated[int | None, typer.Option(help=_help("workers"))] = None,
    threads: Annotated[int | None, typer.Option(help=_help("threads"))] = None,
    device: Annotated[str | None, typer.Option(help=_help("device"))] = None,
    max_sessions: Annotated[int | None, typer.Option(help=_help("max_sessions"))] = None,
    state_dir: Annotated[str | None, typer.Option(help=_help("state_dir"))] = None,
    cache_dir: Annotated[str | None, typer.Option(help=_help("cache_dir"))] = None,
    extensions: Annotated[str | None, typer.Option(help=_help("extensions"))] = None,
    open_page: Annotated[bool, typer.Option("--open", help="Open the page in a browser.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="Log what happens.")] = False,
) -> None:
    """Start the lab and print its address. Every option is also a setting GANLAB_<NAME>."""
    given = {
        "host": host, "port": port, "token": token, "workers": workers, "threads": threads,
        "device": device, "max_sessions": max_sessions, "state_dir": state_dir,
        "cache_dir": cache_dir, "extensions": extensions,
    }  # fmt: skip
    settings = _settings({name: value for name, value in given.items() if value is not None})
    logging.basicConfig(
        level=logging.INFO if verbose else logging.WARNING,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    )
    _guard(settings)
    sock = _listen(settings)
    _run(settings, sock, open_page=open_page)


@app.command()
def reproduce(
    name: Annotated[
        str | None, typer.Argument(help="The experiment; without one they are listed.")
    ] = None,
    seeds: Annotated[
        str | None, typer.Option(help="How many seeds, or which: 5, or 3,8,13.")
    ] = None,
    steps: Annotated[int | None, typer.Option(help="Steps of each run.")] = None,
    json: Annotated[Path | None, typer.Option(help="Write the result to this file, too.")] = None,
    resume: Annotated[
        Path | None,
        typer.Option(help="Keep each finished seed in this folder, and go on from those there."),
    ] = None,
) -> None:
    """Run a published experiment, and print our figures beside the published ones."""
    from ganlab.reproduce.command import Refused  # torch comes with it, which `serve` never needs
    from ganlab.reproduce.command import reproduce as run_experiment

    try:
        run_experiment(name, seeds, steps, json, resume)
    except Refused as error:
        _fail(str(error))
    except KeyboardInterrupt:
        _fail("Interrupted before the first seed was finished.")


def _settings(given: dict[str, object]) -> Settings:
    try:
        settings = Settings.model_validate({**Settings().model_dump(exclude_unset=True), **given})
    except ValidationError as error:
        found = error.errors()[0]
        name = ".".join(map(str, found["loc"]))
        _fail(f"The setting {name} is not acceptable: {found['msg']} (got {found['input']!r}).")
    return settings


def _guard(settings: Settings) -> None:
    """Refuse to be open to others without a token."""
    if settings.token is None and not is_loopback(settings.host):
        _fail(
            f"Listening on {settings.host} would let others in without asking. "
            "Set a token of at least 16 characters (--token, or GANLAB_TOKEN), "
            "or listen on 127.0.0.1."
        )


def _listen(settings: Settings) -> socket.socket:
    """The bound socket. Exits with a plain sentence when that cannot be."""
    try:
        sock = _bound(settings.host, settings.port)
    except OSError as error:
        text = f"Cannot listen on {settings.host} port {settings.port}: {error.strerror}."
        if error.errno == errno.EADDRINUSE:
            with _bound(settings.host, 0) as free:
                port = free.getsockname()[1]
            text = (
                f"Port {settings.port} is in use by another program. "
                f"Port {port} is free: start with --port {port}."
            )
        _fail(text)
    return sock


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol spelled out; otherwise asyncio does not see that it is TCP, leaves Nagle's
    # algorithm on, and each answer of two messages takes 40 ms.
    sock = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((host, port))
    except OSError:
        sock.close()
        raise
    return sock


def _address(settings: Settings, sock: socket.socket) -> str:
    """Where a browser on this machine finds the lab."""
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(settings.host, settings.host)
    bracketed = f"[{host}]" if ":" in host and not host.startswith("[") else host
    return f"http://{bracketed}:{sock.getsockname()[1]}"


def _run(settings: Settings, sock: socket.socket, *, open_page: bool) -> None:
    # The fork server imports torch meanwhile; this process never does, and starts the faster.
    warm_up()
    from ganlab.api.serve import serve as serve_lab

    address = _address(settings, sock)
    if settings.token is not None:
        # What follows # stays in the browser: the page takes the token from there.
        address += f"/#token={quote(settings.token)}"

    def ready() -> None:
        typer.echo(f"ganlab is ready: {address}")
        if open_page:
            webbrowser.open(address)

    try:
        serve_lab(settings, sock, ready)
    except (FileNotFoundError, RuntimeError) as error:
        _fail(str(error))
    except KeyboardInterrupt:
        typer.echo("ganlab has stopped.")


def _fail(message: str) -> NoReturn:
    """Say what is wrong, and end."""
    typer.echo(message, err=True)
    sys.exit(1)


if __name__ == "__main__":
    app()
