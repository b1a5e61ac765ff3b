package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import exsim.scenarios.exchange.Printed;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Spot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code Format-List} text: {@code Name : value} lines, of which long ones are wrapped. */
final class ListReader {
  private static final Pattern LINE =
      Pattern.compile("(\\s*)([A-Za-z_][A-Za-z0-9_]*)\\s* :(?: (.*))?");
  private static final Pattern RULE = Pattern.compile("\\s*-{3,}(\\s+-+)*\\s*");
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final Pattern PROMPT = Pattern.compile("\\s*(\\[PS]|PS )[^>]*>.*");

  private final String file;
  private final Problems problems;
  private final List<Located.Obj> objects = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private ImmutableList.Builder<Located.Member> members = ImmutableList.builder();
  private String name = "";
  private Spot spot;
  private StringBuilder value = new StringBuilder();
  private int indent;
  private boolean wrappedInWord;

  private ListReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
    this.spot = Spot.ofFile(file);
  }

  static ImmutableList<Located.Obj> read(String file, String text, Problems problems) {
    List<String> lines =
        Splitter.on('\n').splitToList(COLOUR.matcher(text.replace("\r", "")).replaceAll(""));
    int width = lines.stream().mapToInt(String::length).max().orElse(0);
    ListReader reader = new ListReader(file, problems);
    for (int i = 0; i < lines.size(); i++) {
      if (!reader.line(lines.get(i), i + 1, width)) {
        return ImmutableList.of();
      }
    }
    reader.endObject();
    if (reader.objects.isEmpty()) {
      problems.add(
          Spot.ofFile(file),
          "the file is no export: neither Clixml, nor JSON, nor `Name : value` lines",
          "export with Export-Clixml");
    }
    return ImmutableList.copyOf(reader.objects);
  }

  private boolean line(String line, int number, int width) {
    if (line.isBlank()) {
      return true;
    }
    Matcher match = LINE.matcher(line);
    if (match.matches() && (name.isEmpty() || match.group(1).length() <= indent)) {
      property(match, number);
    } else if (RULE.matcher(line).matches()) {
      problems.add(
          new Spot(file, number, 1, ""),
          "the file is a table, which leaves most properties out",
          "export with Export-Clixml, or with Format-List");
      return false;
    } else if (!name.isEmpty() && !PROMPT.matcher(line).matches()) {
      boolean parted = wrappedInWord || value.toString().endsWith(" ");
      value.append(parted ? "" : " ").append(line.strip());
    }
    // A line as wide as any was broken where it was full, not at a blank.
    wrappedInWord = line.length() == width && !line.endsWith(" ") && !line.endsWith(",");
    return true;
  }

  private void property(Matcher match, int number) {
    endProperty();
    String next = match.group(2);
    if (names.contains(Ascii.toLowerCase(next))) {
      endObject();
    }
    if (names.isEmpty()) {
      indent = match.group(1).length();
    }
    names.add(Ascii.toLowerCase(next));
    name = next;
    int column = match.start(2) + 1;
    spot = new Spot(file, number, column, "/" + objects.size() + "/" + next);
    value.append(match.group(3) == null ? "" : match.group(3));
  }

  private void endProperty() {
    if (name.isEmpty()) {
      return;
    }
    String text = value.toString().strip();
    if (text.startsWith("{") && Printed.isCut(text)) {
      problems.add(
          spot,
          name + " was cut short when it was printed",
          "set $FormatEnumerationLimit = -1 and export again");
    } else if (text.startsWith("{") && !isClosed(text)) {
      problems.add(spot, "the list is not closed; the file may be cut short", "export again");
    } else if (!ExportReader.isNoise(name)) {
      members.add(new Located.Member(name, spot, new Located.Text(spot, text)));
    }
    name = "";
    value = new StringBuilder();
  }

  private static boolean isClosed(String text) {
    return CharMatcher.is('{').countIn(text) <= CharMatcher.is('}').countIn(text);
  }

  private void endObject() {
    endProperty();
    ImmutableList<Located.Member> all = members.build();
    if (!all.isEmpty()) {
      objects.add(new Located.Obj(all.get(0).nameSpot().at("/" + objects.size()), all));
    }
    members = ImmutableList.builder();
    names.clear();
  }
}
