package exsim.scenarios.cli;

import exsim.scenarios.text.Printable;
import java.io.PrintWriter;

/** Tells a person at a terminal that long work goes on; says nothing in its first second. */
final class Progress implements AutoCloseable {
  private static final long PATIENCE_NANOS = 1_000_000_000L;
  private static final String ERASE = "\r\u001b[K";

  private final Io io;
  private final int total;
  private final long start = System.nanoTime();
  private int done;
  private boolean shown;

  Progress(Io io, int total) {
    this.io = io;
    this.total = total;
  }

  /** Progress of work that is not counted in files. */
  Progress(Io io) {
    this(io, 0);
  }

  /** Takes note how many things are done. */
  void at(int finished, int of, String things) {
    if ((finished & 0x3ff) == 0 && io.terminal().err() && isLong()) {
      show(finished + " of " + of + " " + things);
    }
  }

  /** Takes note that one more file is about to be worked on. */
  void next(String file) {
    if (io.terminal().err() && isLong()) {
      show(done + " of " + total + ", " + file);
    }
    done++;
  }

  private boolean isLong() {
    return System.nanoTime() - start > PATIENCE_NANOS;
  }

  /** Makes room for other output. */
  void hide() {
    if (shown) {
      io.err().print(ERASE);
      io.err().flush();
      shown = false;
    }
  }

  @Override
  public void close() {
    hide();
  }

  private void show(String text) {
    String line = Printable.of(text, io.terminal().unicode());
    PrintWriter err = io.err();
    err.print(ERASE + (line.length() > 78 ? line.substring(0, 78) : line));
    err.flush();
    shown = true;
  }
}
