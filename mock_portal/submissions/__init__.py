"""Submissions: months to submit, contribution files, and the ACR and ECR records that come of them."""

__all__: list[str] = []
