package exsim.scenarios.text;

import com.google.common.collect.ImmutableList;

/**
 * Text for a person as it grows. All of it comes in here, and nothing stays that is not fit to
 * show.
 */
public final class Page {
  private final StringBuilder text = new StringBuilder();
  private final Style style;

  /** An empty page in a style. */
  public Page(Style style) {
    this.style = style;
  }

  /** How text looks on it. */
  public Style style() {
    return style;
  }

  /** Text made fit to be shown. */
  public String clean(String raw) {
    return Printable.of(raw, style.unicode());
  }

  /** One of two spellings of a mark. */
  public String glyph(String unicode, String ascii) {
    return style.glyph(unicode, ascii);
  }

  /** An empty line, unless there is one already or nothing yet. */
  public void gap() {
    int length = text.length();
    if (length > 1 && !(text.charAt(length - 1) == '\n' && text.charAt(length - 2) == '\n')) {
      text.append('\n');
    }
  }

  /** A line that is ready: cleaned, fitted and painted. */
  public void ready(String line) {
    text.append(line).append('\n');
  }

  /** A paragraph. */
  public void paragraph(int indent, String raw) {
    labelled(indent, "", 0, raw, Tone.NORMAL);
  }

  /** A label in a column of its own, and a paragraph beside it. */
  public void labelled(int indent, String label, int labelWidth, String raw, Tone labelTone) {
    String margin = Columns.pad("", indent);
    String shownLabel = clean(label);
    // A label that fills its column still needs a blank after it.
    int hang = labelWidth == 0 ? 0 : Math.max(labelWidth, Columns.width(shownLabel) + 1);
    String first =
        labelTone.paint(style, shownLabel)
            + Columns.pad("", hang).substring(Math.min(hang, Columns.width(shownLabel)));
    ImmutableList<String> lines = Columns.wrap(clean(raw), Style.WIDTH - indent - hang);
    for (int i = 0; i < lines.size(); i++) {
      String head = i == 0 ? first : Columns.pad("", hang);
      text.append((margin + head + lines.get(i)).stripTrailing()).append('\n');
    }
  }

  /** A label and what stands beside it, all in one tone: a line that somebody says. */
  public void spoken(int indent, String label, int labelWidth, String raw, Tone tone) {
    int hang = Math.max(labelWidth, Columns.width(clean(label)) + 1);
    ImmutableList<String> lines = Columns.wrap(clean(raw), Style.WIDTH - indent - hang);
    for (int i = 0; i < lines.size(); i++) {
      String head = i == 0 ? Columns.pad(clean(label), hang) : Columns.pad("", hang);
      String line = (head + lines.get(i)).stripTrailing();
      text.append(Columns.pad("", indent)).append(tone.paint(style, line)).append('\n');
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
