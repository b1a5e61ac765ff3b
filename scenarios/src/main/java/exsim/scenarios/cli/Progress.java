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

  /** Takes note that one more file is about to be worked on. */
  void next(String file) {
    if (io.terminal().err() && System.nanoTime() - start > PATIENCE_NANOS) {
      show(done + " of " + total + ", " + file);
    }
    done++;
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
