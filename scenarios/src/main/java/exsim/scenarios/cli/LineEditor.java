package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.shell.Completion;
import exsim.scenarios.shell.Prompt;
import exsim.scenarios.text.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Attributes;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.ClosedException;

/** A prompt at a terminal: lines can be edited, called back and completed. */
final class LineEditor implements Prompt, AutoCloseable {
  private static final int ESCAPE = 27;
  private static final long REST_MILLIS = 20;

  private final org.jline.terminal.Terminal terminal;
  private final LineReader reader;
  private final boolean unicode;
  private Optional<Completion> completion = Optional.empty();

  /** Takes over the terminal of this process. */
  LineEditor(boolean unicode) throws IOException {
    this(unicode, TerminalBuilder.builder().system(true).build());
  }

  /** Works at a terminal, which it closes in the end. */
  LineEditor(boolean unicode, org.jline.terminal.Terminal terminal) {
    this.unicode = unicode;
    this.terminal = terminal;
    DefaultParser parser = new DefaultParser();
    parser.setEscapeChars(null); // a backslash stands between a server and its queue
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .parser(parser)
            .completer(new Offers())
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
  }

  /** What the completion offers, as JLine takes it. */
  private final class Offers implements Completer {
    @Override
    public void complete(LineReader asking, ParsedLine parsed, List<Candidate> candidates) {
      String before = parsed.line().substring(0, parsed.cursor());
      ImmutableList<String> offered = completion.map(c -> c.of(before)).orElse(ImmutableList.of());
      offered.forEach(text -> candidates.add(new Candidate(text)));
    }
  }

  @Override
  public void offers(Completion some) {
    completion = Optional.of(some);
  }

  @Override
  public Optional<String> line(String prompt) {
    while (true) {
      try {
        return Optional.of(reader.readLine(prompt));
      } catch (UserInterruptException e) {
        show("");
      } catch (EndOfFileException e) {
        return Optional.empty();
      }
    }
  }

  /**
   * Waits for a key, without Enter behind it.
   *
   * @return the character; negative when nobody types any more
   */
  int key(String prompt) throws IOException {
    Attributes before = terminal.enterRawMode();
    try {
      terminal.writer().print(prompt);
      terminal.flush();
      int key = terminal.reader().read();
      if (key == ESCAPE && terminal.reader().peek(REST_MILLIS) >= 0) {
        skipSequence();
      }
      terminal.writer().print("\r" + " ".repeat(prompt.length()) + "\r");
      terminal.flush();
      return key;
    } catch (ClosedException e) {
      return -1; // the window is gone
    } finally {
      terminal.setAttributes(before);
    }
  }

  /** Reads what an arrow or another such key sends behind Escape (ECMA-48): up to a letter. */
  private void skipSequence() throws IOException {
    int introducer = terminal.reader().read();
    int next = introducer == '[' || introducer == 'O' ? terminal.reader().read() : -1;
    while (next >= ' ' && next < '@') {
      next = terminal.reader().read();
    }
  }

  @Override
  public void show(String line) {
    PrintWriter out = terminal.writer();
    out.print(Printable.of(line, unicode) + "\n");
    out.flush();
  }

  @Override
  public void complain(String line) {
    show(line);
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
