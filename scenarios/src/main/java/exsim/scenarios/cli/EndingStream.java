package exsim.scenarios.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Hands bytes on until its reader goes away, and then drops them without a word. */
final class EndingStream extends OutputStream {
  private final OutputStream to;
  private boolean ended;
  private Optional<String> failure = Optional.empty();

  EndingStream(OutputStream to) {
    this.to = to;
  }

  /** Why bytes were lost, unless nobody wanted them. */
  Optional<String> failure() {
    return failure;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) {
    if (ended) {
      return;
    }
    try {
      to.write(bytes, from, count);
    } catch (IOException e) {
      end(e);
    }
  }

  @Override
  public void flush() {
    if (ended) {
      return;
    }
    try {
      to.flush();
    } catch (IOException e) {
      end(e);
    }
  }

  private void end(IOException e) {
    ended = true;
    String message = String.valueOf(e.getMessage());
    // Every system that has an error for a closed pipe calls it one, in whatever language.
    if (!message.contains("pipe") && !message.contains("Pipe")) {
      failure = Optional.of(message);
    }
  }
}
