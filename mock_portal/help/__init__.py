"""Help that is true for this portal: quick guide, questions, contact, system requirements."""

__all__: list[str] = []
