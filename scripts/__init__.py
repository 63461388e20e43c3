"""Scripts that write what is kept in the repository and made from something else."""
