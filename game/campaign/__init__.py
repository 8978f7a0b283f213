"""Act I: what a strategist may do, know and pay. Events carry ids and numbers; screens make sentences of them."""
