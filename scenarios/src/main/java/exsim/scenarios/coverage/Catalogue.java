package exsim.scenarios.coverage;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A catalogue of documented behaviour: numbered statements, which rules cite as their source. */
public enum Catalogue {
  /** Exchange on-premises. */
  ON_PREMISES("Exchange on-premises", "onprem.txt"),
  /** Exchange Online and hybrid deployments. */
  ONLINE("Exchange Online", "online.txt");

  private static final Splitter LINES = Splitter.on('\n').trimResults().omitEmptyStrings();
  private static final Splitter CELLS = Splitter.on(" | ").trimResults();

  private final String title;
  private final String resource;

  Catalogue(String title, String resource) {
    this.title = title;
    this.resource = resource;
  }

  /** Whose behaviour it is. */
  public String title() {
    return title;
  }

  /** Its statements, in their order there. */
  public ImmutableList<Entry> entries() {
    ImmutableList.Builder<Entry> entries = ImmutableList.builder();
    for (String line : lines(resource)) {
      entries.add(entry(CELLS.splitToList(line)));
    }
    return entries.build();
  }

  private static Entry entry(List<String> cells) {
    ImmutableList.Builder<Answer> answers = ImmutableList.builder();
    for (String cell : cells.subList(2, cells.size())) {
      answers.add(Answer.parse(cell));
    }
    return new Entry(cells.get(0), cells.get(1), answers.build());
  }

  /** The lines of a resource of this package, without empty ones and comments. */
  static ImmutableList<String> lines(String resource) {
    try (InputStream in = Catalogue.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("there is no resource " + resource);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return LINES
          .splitToStream(text)
          .filter(line -> !line.startsWith("#"))
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
