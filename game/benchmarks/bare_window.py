"""What the title is compared with: the least program that opens a window of pygame and shows one text in it.

Run as a file in a process of its own, so that nothing of the game is loaded.
"""

from __future__ import annotations

import sys
import time

import pygame


def show(size: tuple[int, int]) -> None:
    """Open the window and show the text."""
    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode(size, pygame.RESIZABLE)
    surface.blit(pygame.font.Font(None, 48).render("Persuadable", True, (255, 255, 255)), (100, 100))
    pygame.display.flip()


if __name__ == "__main__":
    show((1280, 720))
    sys.stdout.write(f"{time.process_time()}\n")
    sys.stdout.flush()
