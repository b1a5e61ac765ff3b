package exsim.scenarios.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.scenarios.ask.Listing;
import exsim.scenarios.text.Columns;
import exsim.scenarios.text.Page;
import exsim.scenarios.text.Style;
import exsim.scenarios.text.Tone;
import exsim.simulator.proof.Verdict;
import exsim.simulator.question.Value;
import java.io.PrintWriter;

/** Writes listings in the forms that reports come in. */
public final class ListingReport implements AnswerReport {
  private static final int LABEL_WIDTH = 9;

  private final Listing listing;

  /** A report of a listing. */
  public ListingReport(Listing listing) {
    this.listing = listing;
  }

  @Override
  public String text(Style style) {
    Page page = new Page(style);
    Tone tone = listing.kind() == Verdict.Kind.PROVED ? Tone.GOOD : Tone.BAD;
    String sentence = page.clean(listing.kind().text() + ": " + listing.sentence());
    for (String line : Columns.wrap(sentence, Style.WIDTH)) {
      page.ready(tone.paint(style, line));
    }
    for (Listing.Entry entry : listing.entries()) {
      page.gap();
      for (String line : Columns.wrap(page.clean(entry.title()), Style.WIDTH)) {
        page.ready(Tone.STRONG.paint(style, line));
      }
      for (Listing.Line line : entry.lines()) {
        page.labelled(2, line.label(), LABEL_WIDTH, line.text(), Tone.FAINT);
      }
      entry
          .journey()
          .ifPresent(
              j ->
                  new DeliveryBlock(page, false, false).write(new Branches(j, ImmutableList.of())));
    }
    page.gap();
    page.labelled(0, "covered", LABEL_WIDTH, listing.covered(), Tone.FAINT);
    return page.toString();
  }

  @Override
  public void json(PrintWriter out) {
    ImmutableMap.Builder<String, Value> members = ImmutableMap.builder();
    members.put("format", new Value.Text("exsim-answer/1"));
    members.put("file", new Value.Text(listing.file()));
    members.put("question", new Value.Text(listing.question()));
    members.put("answer", new Value.Text(listing.kind().text()));
    JsonValues.print(out, new Value.Obj(members.putAll(listing.facts()).buildOrThrow()));
  }

  @Override
  public void junit(PrintWriter out) {
    JunitXml xml = new JunitXml(out);
    boolean holds = listing.kind() == Verdict.Kind.PROVED;
    xml.suite(listing.file(), 1, holds ? 0 : 1, 0);
    if (holds) {
      xml.held(listing.file(), listing.question());
    } else {
      xml.failed(listing.file(), listing.question(), listing.kind().text(), text(Style.PLAIN));
    }
    xml.output(text(Style.PLAIN));
    xml.endSuite();
    xml.end();
  }
}
