"""A monkey plays the whole game: random inputs on every page, and what must hold after each of them."""
