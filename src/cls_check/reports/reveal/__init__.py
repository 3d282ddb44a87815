"""What a room looks at together once a round is closed."""
