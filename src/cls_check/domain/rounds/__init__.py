"""Rounds while they are gathered: single voices, hands, and what a group agrees."""
