"""The page about the layouts, for somebody who writes an exporter: `docs/layouts.md`."""
