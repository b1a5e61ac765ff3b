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
import org.jline.terminal.TerminalBuilder;

/** A prompt at a terminal: lines can be edited, called back and completed. */
final class LineEditor implements Prompt, AutoCloseable {
  private final org.jline.terminal.Terminal terminal;
  private final LineReader reader;
  private final boolean unicode;
  private Optional<Completion> completion = Optional.empty();

  /** Takes over the terminal of this process. */
  LineEditor(boolean unicode) throws IOException {
    this.unicode = unicode;
    this.terminal = TerminalBuilder.builder().system(true).build();
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
