"""The portal as static JSON for programs (docs/api.md): one module for each kind of record."""
