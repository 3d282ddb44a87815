"""One sitting at one laptop, in the order of a day: begin, gather, answer, finish, walk, talk."""
