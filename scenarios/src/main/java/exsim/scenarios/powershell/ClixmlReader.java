package exsim.scenarios.powershell;

import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Spot;
import java.io.StringReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads what {@code Export-Clixml} wrote. */
final class ClixmlReader {
  private static final int DEPTH_MAX = 60;

  /** What back-references stand for is counted each time, so that they cannot multiply. */
  private static final long VALUES_MAX = 5_000_000;

  private static final Set<String> LISTS = Set.of("LST", "IE", "QUE", "STK");

  private final String file;
  private final XMLStreamReader xml;
  private final Map<String, Weighed> byRefId = new HashMap<>();
  private long values;

  /** A value, and how many values it is made of. */
  private record Weighed(Located value, long weight) {}

  private ClixmlReader(String file, XMLStreamReader xml) {
    this.file = file;
    this.xml = xml;
  }

  static ImmutableList<Located.Obj> read(String file, String text, Problems problems) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
      ClixmlReader reader = new ClixmlReader(file, xml);
      try {
        return reader.objects(problems);
      } catch (InvalidValueException e) {
        problems.add(reader.spot(""), e.getMessage());
      }
    } catch (XMLStreamException e) {
      problems.add(
          spot(file, Optional.ofNullable(e.getLocation()), ""),
          "the XML ends or breaks here: " + sentence(e.getMessage()),
          "the file may be cut short; export again");
    }
    return ImmutableList.of();
  }

  private static String sentence(String message) {
    String text = message == null ? "it is not well formed" : message;
    int at = text.indexOf("Message: ");
    String whole = at < 0 ? text : text.substring(at + "Message: ".length());
    String line = whole.replaceAll("\\s+", " ").strip();
    if (line.startsWith("http:") || line.startsWith("JAXP")) {
      return "it is not well formed"; // a key of the parser's, not a sentence
    }
    if (line.startsWith("XML document structures must")) {
      return "an element is not closed";
    }
    line = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    return line.startsWith("The ") ? "the " + line.substring("The ".length()) : line;
  }

  private static Spot spot(String file, Optional<Location> at, String pointer) {
    return at.filter(l -> l.getLineNumber() > 0)
        .map(l -> new Spot(file, l.getLineNumber(), Math.max(1, l.getColumnNumber()), pointer))
        .orElseGet(() -> Spot.ofFile(file).at(pointer));
  }

  private Spot spot(String pointer) {
    return spot(file, Optional.of(xml.getLocation()), pointer);
  }

  private ImmutableList<Located.Obj> objects(Problems problems) throws XMLStreamException {
    toRoot();
    if (!xml.getLocalName().equals("Objs")) {
      throw new InvalidValueException(
          "the file is XML, but not what Export-Clixml writes: its root is <"
              + xml.getLocalName()
              + ">");
    }
    ImmutableList.Builder<Located.Obj> objects = ImmutableList.builder();
    int count = 0;
    while (nextElement()) {
      Located value = element("/" + count, 1, true).value();
      ImmutableList<Located> items =
          value instanceof Located.Arr array ? array.items() : ImmutableList.of(value);
      for (Located item : items) {
        count++;
        if (item instanceof Located.Obj object) {
          objects.add(object);
        } else {
          problems.add(item.spot(), "an object is expected, not " + item.kind());
        }
      }
    }
    while (xml.hasNext()) {
      int ignored = xml.next();
    }
    return objects.build();
  }

  private void toRoot() throws XMLStreamException {
    while (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.DTD) {
        throw new InvalidValueException("the file has a DOCTYPE, which no export has");
      }
      int ignored = xml.next();
    }
  }

  /** Moves to the next child element; false at the end of the parent. */
  private boolean nextElement() throws XMLStreamException {
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        return false;
      }
      if (event == XMLStreamConstants.ENTITY_REFERENCE || event == XMLStreamConstants.DTD) {
        throw new InvalidValueException("the file has an entity, which no export has");
      }
    }
  }

  private Weighed element(String pointer, int depth, boolean top) throws XMLStreamException {
    if (depth > DEPTH_MAX) {
      throw new InvalidValueException("the XML is nested too deeply for an export");
    }
    Spot spot = spot(pointer);
    String tag = xml.getLocalName();
    String refId = attribute("RefId");
    if (tag.equals("Ref")) {
      return reference(spot, refId);
    }
    Weighed value =
        tag.equals("Obj")
            ? object(spot, pointer, depth, top)
            : new Weighed(ClixmlScalar.of(spot, tag, xml.getElementText()), 1);
    count(1);
    if (!refId.isEmpty()) {
      byRefId.put(refId, value);
    }
    return value;
  }

  private Weighed reference(Spot spot, String refId) throws XMLStreamException {
    skip();
    Weighed known = byRefId.get(refId);
    if (known == null) {
      return new Weighed(new Located.Null(spot), 1);
    }
    count(known.weight());
    return new Weighed(known.value().movedTo(spot), known.weight());
  }

  private void count(long more) {
    values += more;
    if (values > VALUES_MAX) {
      throw new InvalidValueException("the file holds more values than an export has");
    }
  }

  private Weighed object(Spot spot, String pointer, int depth, boolean top)
      throws XMLStreamException {
    ClixmlObject object = new ClixmlObject(spot);
    while (nextElement()) {
      String tag = xml.getLocalName();
      if (tag.equals("ToString")) {
        object.toStringIs(ClixmlScalar.unescaped(xml.getElementText()));
      } else if (tag.equals("Props") || tag.equals("MS")) {
        members(object, pointer, depth);
      } else if (LISTS.contains(tag)) {
        items(object, pointer, depth);
      } else if (tag.equals("TN") || tag.equals("TNRef") || tag.equals("DCT")) {
        skip();
      } else {
        object.scalarIs(element(pointer, depth + 1, false).value());
      }
    }
    return new Weighed(object.value(top), object.weight());
  }

  private void members(ClixmlObject object, String pointer, int depth) throws XMLStreamException {
    Set<String> seen = new HashSet<>();
    while (nextElement()) {
      String name = ClixmlScalar.unescaped(attribute("N"));
      Spot nameSpot = spot(pointer + "/" + name);
      Weighed value = element(pointer + "/" + name, depth + 1, false);
      if (!name.isEmpty() && !ExportReader.isNoise(name) && seen.add(name)) {
        object.add(new Located.Member(name, nameSpot, value.value()), value.weight());
      }
    }
  }

  private void items(ClixmlObject object, String pointer, int depth) throws XMLStreamException {
    object.isList();
    int count = 0;
    while (nextElement()) {
      Weighed value = element(pointer + "/" + count++, depth + 1, depth == 1);
      object.item(value.value(), value.weight());
    }
  }

  private String attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private void skip() throws XMLStreamException {
    int open = 1;
    while (open > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        open++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        open--;
      }
    }
  }
}
