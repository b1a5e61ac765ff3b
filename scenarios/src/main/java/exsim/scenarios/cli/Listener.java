package exsim.scenarios.cli;

import exsim.scenarios.walk.Guide;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Whoever a walk is told to: somebody at a keyboard, or lines of standard input. */
final class Listener implements Guide.Audience, AutoCloseable {
  private static final int END_OF_TRANSMISSION = 4;

  private final Io io;
  private final BufferedReader in;
  private final Optional<LineEditor> editor;

  private Listener(Io io, Optional<LineEditor> editor) {
    this.io = io;
    this.in = io.in();
    this.editor = editor;
  }

  /**
   * Whoever is there.
   *
   * @param asked whether anybody will be asked for a key or an answer
   */
  static Listener of(Io io, boolean asked) throws IOException {
    return asked && io.terminal().out() && Terminal.somebodyTypes()
        ? at(io, new LineEditor(io.terminal().unicode()))
        : new Listener(io, Optional.empty());
  }

  /** Somebody at a keyboard. */
  static Listener at(Io io, LineEditor editor) {
    return new Listener(io, Optional.of(editor));
  }

  @Override
  public void show(String text) {
    io.out().print(text);
    io.out().flush();
  }

  @Override
  public boolean goesOn() {
    if (editor.isEmpty()) {
      return answer("  Enter: on, q: leave ").filter(l -> !l.strip().equals("q")).isPresent();
    }
    try {
      int key = editor.get().key("  any key: on, q: leave ");
      return key >= 0 && key != END_OF_TRANSMISSION && key != 'q' && key != 'Q';
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<String> answer(String prompt) {
    if (editor.isPresent()) {
      return editor.get().line(prompt);
    }
    if (io.terminal().out()) {
      show(prompt);
    }
    try {
      return Optional.ofNullable(in.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (editor.isPresent()) {
      editor.get().close();
    }
  }
}
