package exsim.scenarios.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import exsim.scenarios.exchange.ObjectKind;
import exsim.scenarios.exchange.Property;
import exsim.scenarios.json.JsonPrinter;
import exsim.scenarios.json.JsonReader;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Pointer;
import exsim.scenarios.json.Problems;
import exsim.simulator.rule.Assumption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Holds the schema for editors and the reader against one another. */
class SchemaTest {
  private static final Path FILE = Path.of("schema", "scenario.schema.json");
  private static final Path RESOURCES = Path.of("src", "test", "resources");
  private static final Schema SCHEMA = schema();

  /** Objects whose keys the schema leaves open, because Exchange matches them without case. */
  private static final ImmutableMap<String, ObjectKind> OBJECTS =
      ImmutableMap.<String, ObjectKind>builder()
          .put("sendConnector", ObjectKind.SEND_CONNECTOR)
          .put("receiveConnector", ObjectKind.RECEIVE_CONNECTOR)
          .put("inboundConnector", ObjectKind.INBOUND_CONNECTOR)
          .put("outboundConnector", ObjectKind.OUTBOUND_CONNECTOR)
          .put("acceptedDomainObject", ObjectKind.ACCEPTED_DOMAIN)
          .put("onlineAcceptedDomainObject", ObjectKind.ONLINE_ACCEPTED_DOMAIN)
          .put("transportConfig", ObjectKind.TRANSPORT_CONFIG)
          .put("transportService", ObjectKind.TRANSPORT_SERVICE)
          .put("onlineTransportConfig", ObjectKind.ONLINE_TRANSPORT_CONFIG)
          .put("onlineOrganizationConfig", ObjectKind.ONLINE_ORGANIZATION_CONFIG)
          .put("transportRule", ObjectKind.ONLINE_TRANSPORT_RULE)
          .put("casMailbox", ObjectKind.ONLINE_CAS_MAILBOX)
          .put("authenticationPolicy", ObjectKind.AUTHENTICATION_POLICY)
          .put("user", ObjectKind.USER)
          .buildOrThrow();

  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicTest> a_good_scenario_passes_both() throws IOException {
    List<Path> files = new ArrayList<>(scenarios(RESOURCES.resolve("good")));
    if (Files.isDirectory(Path.of("library"))) {
      files.addAll(scenarios(Path.of("library")));
    }
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.toString(),
                    () -> {
                      assertEquals(List.of(), ScenarioReader.read(file).problems());
                      assertEquals(List.of(), faults(read(file)));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> a_scenario_of_the_wrong_shape_fails_both() {
    return Stream.of(
            "not-an-object",
            "unknown-keys",
            "wrong-types",
            "wrong-words",
            "imports",
            "servers",
            "timeline",
            "questions",
            "five-mistakes")
        .map(name -> RESOURCES.resolve("bad").resolve(name + ".json"))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.toString(),
                    () -> {
                      assertFalse(ScenarioReader.read(file).problems().isEmpty());
                      assertFalse(faults(read(file)).isEmpty());
                    }));
  }

  @Test
  void a_key_that_the_format_does_not_have_fails_both_wherever_it_stands() throws IOException {
    Located.Obj document = (Located.Obj) read(RESOURCES.resolve("good").resolve("everything.json"));
    int tried = 0;
    for (Located.Obj object : objects(document, new ArrayList<>())) {
      String place = object.spot().pointer();
      if (isOpen(place)) {
        continue;
      }
      Located changed = with(document, object, "unheardOf");
      Path file = Files.writeString(scratch.resolve("changed.json"), JsonPrinter.print(changed));

      assertFalse(ScenarioReader.read(file).problems().isEmpty(), "the reader at " + place);
      assertFalse(faults(changed).isEmpty(), "the schema at " + place);
      tried++;
    }
    assertTrue(tried > 25, "only " + tried + " objects");
  }

  /** Exchange objects, and objects whose keys are data. */
  private static boolean isOpen(String place) {
    return place.matches(
            ".*/(transportConfig|organizationConfig|transportService"
                + "|(casMailboxes|authenticationPolicies|users|acceptedDomains|.*Connectors)/\\d+)")
        || place.matches(
            ".*/(remoteRecipients|mailboxes|forwarding|mxHosts|policy|routes|mtaSts|subscribedWith)|/certificates")
        || place.startsWith("/timeline/0/set");
  }

  @Test
  void every_key_of_the_schema_is_stated_by_the_file_that_states_everything() throws IOException {
    String text = Files.readString(RESOURCES.resolve("good").resolve("everything.json"));
    ImmutableSet<String> exchange =
        OBJECTS.keySet().stream().collect(ImmutableSet.toImmutableSet());
    for (String key : keys(root(), exchange, new TreeSet<>())) {
      assertTrue(text.contains("\"" + key + "\""), "`" + key + "` is nowhere");
    }
  }

  @Test
  void the_top_level_has_the_reader_s_keys() {
    assertEquals(ScenarioKeys.ALL, names("/properties"));
  }

  @Test
  void exchange_objects_have_the_properties_of_their_tables() {
    OBJECTS.forEach(
        (name, kind) ->
            assertEquals(
                kind.properties().effective().stream()
                    .map(Property::name)
                    .collect(ImmutableSet.toImmutableSet()),
                names("/$defs/" + name + "/properties"),
                name));
  }

  @Test
  void assumptions_have_the_rule_book_s_names() {
    assertEquals(
        Stream.of(Assumption.values()).map(Assumption::text).collect(ImmutableSet.toImmutableSet()),
        names("/properties/assumptions/properties"));
  }

  private static ImmutableSet<String> names(String pointer) {
    Located.Obj object =
        (Located.Obj) Pointer.parse(pointer).orElseThrow().in(root()).orElseThrow();
    return object.members().stream()
        .map(Located.Member::name)
        .collect(ImmutableSet.toImmutableSet());
  }

  /** The names below every `properties`, but not those of Exchange objects. */
  private static TreeSet<String> keys(
      Located value, ImmutableSet<String> skipped, TreeSet<String> found) {
    if (value instanceof Located.Obj object) {
      for (Located.Member member : object.members()) {
        if (member.name().equals("properties")
            && member.value() instanceof Located.Obj properties
            && !member.value().spot().pointer().equals("/properties/assumptions/properties")) {
          properties.members().stream().map(Located.Member::name).forEach(found::add);
        }
        if (!skipped.contains(member.name()) || !value.spot().pointer().equals("/$defs")) {
          keys(member.value(), skipped, found);
        }
      }
    } else if (value instanceof Located.Arr array) {
      array.items().forEach(item -> keys(item, skipped, found));
    }
    found.remove("import"); // a good file cannot import without the file beside it
    found.remove("properties");
    return found;
  }

  private static List<Located.Obj> objects(Located value, List<Located.Obj> found) {
    if (value instanceof Located.Obj object) {
      found.add(object);
      object.members().forEach(m -> objects(m.value(), found));
    } else if (value instanceof Located.Arr array) {
      array.items().forEach(item -> objects(item, found));
    }
    return found;
  }

  private static Located with(Located value, Located.Obj target, String key) {
    if (value == target) {
      return target.with(key, new Located.Num(target.spot(), java.math.BigDecimal.ONE));
    }
    if (value instanceof Located.Obj object) {
      Located.Obj changed = object;
      for (Located.Member member : object.members()) {
        changed = changed.with(member.name(), with(member.value(), target, key));
      }
      return changed;
    }
    if (value instanceof Located.Arr array) {
      return new Located.Arr(
          array.spot(),
          array.items().stream()
              .map(item -> with(item, target, key))
              .collect(ImmutableList.toImmutableList()));
    }
    return value;
  }

  private static List<String> faults(Located document) {
    return SCHEMA.validate(JsonPrinter.print(document), InputFormat.JSON).stream()
        .map(e -> e.getInstanceLocation() + ": " + e.getMessage())
        .toList();
  }

  private static List<Path> scenarios(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static Located read(Path file) throws IOException {
    return JsonReader.read(file.toString(), Files.readString(file), new Problems()).orElseThrow();
  }

  private static Located root() {
    try {
      return read(FILE);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Schema schema() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(JsonPrinter.print(root()), InputFormat.JSON);
  }
}
