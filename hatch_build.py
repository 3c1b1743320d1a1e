"""Build hook: puts the page, with its bundled libraries, into the wheel as ganlab/web.

web/vendor and web/bundle are built first where they are missing or old, with the system's node or,
where there is none, with node from PyPI as a build dependency. Whoever installs the wheel needs
neither.
"""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))

from scripts.bootstrap import frontend
from scripts.bootstrap.checkout import pinned

# In the checkout alone, or for its tests: not part of the page.
NOT_SHIPPED = {"test"}


class PageHook(BuildHookInterface[Any]):
    """Bundles the browser libraries and adds web/ to wheels."""

    def dependencies(self) -> list[str]:
        """Node from PyPI, only where it is needed and the system has none."""
        if frontend.bundle_is_fresh() or frontend.system_node():
            return []
        return [pinned(frontend.NODE_PACKAGE)]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build web/vendor and web/bundle; in a wheel that holds its files, ship the page.

        Raises RuntimeError where they must be built and there is no node to do it.
        """
        if not frontend.bundle_is_fresh():
            node = frontend.system_node() or frontend.packaged_node(sys.executable)
            if node is None:
                wanted = "node {}.{} or newer with npm".format(*frontend.MINIMUM_NODE)
                raise RuntimeError(f"expected {wanted} or {frontend.NODE_PACKAGE}, got neither")
            frontend.ensure_bundle(node)
        if self.target_name == "wheel" and version != "editable":
            for entry in (Path(self.root) / "web").iterdir():
                if entry.name not in NOT_SHIPPED:
                    build_data["force_include"][str(entry)] = f"ganlab/web/{entry.name}"
