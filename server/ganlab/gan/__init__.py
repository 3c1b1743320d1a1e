"""The mathematics: games, losses, networks; torch and numpy only."""
