"""A command that runs to its end."""

import os
import time


def run(command, home, output, input=os.devnull):
    """Nanoseconds from just before it is started until it has ended. What it prints goes into the file `output`."""
    opened = [
        (os.POSIX_SPAWN_OPEN, 0, str(input), os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, str(output), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
    ]
    environment = {"HOME": str(home), "LANG": "C.UTF-8", "PATH": os.environ["PATH"]}
    command = [str(part) for part in command]
    begin = time.perf_counter_ns()
    pid = os.posix_spawn(command[0], command, environment, file_actions=opened)
    _, status = os.waitpid(pid, 0)
    took = time.perf_counter_ns() - begin
    if status:
        raise Failed(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return took


class Failed(Exception):
    """A command did not do what it was asked to."""
