"""A contract for import-linter: what a capability keeps to itself.

The portal's capabilities call each other's `service`; models, forms and routes are private by place. The
built-in contracts would need an entry for each capability; this one holds for every folder that comes.
"""

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class CapabilityContract(Contract):
    """Modules of the named kinds are imported from inside their own capability only.

    Options: `container`, the package whose folders are capabilities; `kept`, the module names that stay
    inside; `ground`, folders on which all capabilities stand; `assemblers`, modules that put
    the whole together and may import everything.
    """

    type_name = "capability"

    container = fields.StringField()
    kept = fields.SetField(subfield=fields.StringField())
    ground = fields.SetField(subfield=fields.StringField())
    assemblers = fields.SetField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002 - the library asks so
        """Every import of a kept module from outside its capability, with its line."""
        broken = sorted(
            (importer, module)
            for module in graph.modules
            if self._is_kept(module)
            for importer in graph.find_modules_that_directly_import(module)
            if self._capability(importer) != self._capability(module)
            and importer not in self._words("assemblers")
        )
        lines = [
            (importer, module, graph.get_import_details(importer=importer, imported=module)[0]["line_number"])
            for importer, module in broken
        ]
        return ContractCheck(kept=not lines, metadata={"broken": lines})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """One line for each forbidden import."""
        for importer, module, line in check.metadata["broken"]:
            output.print_error(f"- {importer} -> {module} (l.{line})", bold=False)
        output.print_error("Call the other capability's service instead.", bold=False)

    def _words(self, option: str) -> set[str]:
        return set(getattr(self, option))

    def _capability(self, module: str) -> str:
        container = f"{self.container}."
        inside = module.removeprefix(container)
        return inside.partition(".")[0] if module.startswith(container) else module

    def _is_kept(self, module: str) -> bool:
        inside = module.removeprefix(f"{self.container}.").split(".")[1:]
        return self._capability(module) not in {module, *self._words("ground")} and bool(
            self._words("kept").intersection(inside)
        )
