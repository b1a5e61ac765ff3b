package exsim.scenarios.format;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.mail.Message;
import exsim.model.topology.World;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Spot;
import exsim.scenarios.json.Suggestion;
import exsim.simulator.question.TypedScript;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Puts a scenario together from its document. */
final class Assembly {
  private final String file;
  private final Imports imports;
  private final Findings findings;
  private final Problems problems;

  Assembly(String file, Imports imports, Findings findings) {
    this.file = file;
    this.imports = imports;
    this.findings = findings;
    this.problems = findings.problems();
  }

  /** The scenario, which holds only if no problem was reported. */
  Scenario assemble(Located.Obj document) {
    Header header = Header.decode(document, problems);
    Normalizer normalizer = new Normalizer(imports);
    ImmutableList<TimelineEntry> entries =
        section(
            document,
            "timeline",
            (value, found) -> TimelineEntry.decode(value, header.moments(), found));
    ImmutableList<Epoch> epochs =
        Timeline.epochs(
            normalizer.normalize(document, spot -> true),
            entries,
            header.moments(),
            normalizer,
            findings);
    MessageDecoder decoder = new MessageDecoder(header.moments());
    ImmutableList<MessageDecoder.Placed> placed = section(document, "messages", decoder::decode);
    checkEnd(header, entries, placed);
    ImmutableList<Message> messages =
        placed.stream().map(m -> linked(m, epochs)).collect(ImmutableList.toImmutableList());
    ExpectationDecoder expected = expectationDecoder(header, epochs, messages, decoder);
    ImmutableList<ExpectationDecoder.Placed> expectations =
        section(document, "expect", expected::decode);
    ImmutableList<TypedScript> sessions =
        section(document, "sessions", new SessionDecoder(header.moments(), epochs)::decode);
    return new Scenario(
        file,
        header.title(),
        header.description(),
        header.moments().clock(),
        world(header, epochs, entries, messages),
        expectations.stream()
            .map(ExpectationDecoder.Placed::expectation)
            .collect(ImmutableList.toImmutableList()),
        expectations.stream()
            .map(ExpectationDecoder.Placed::spot)
            .collect(ImmutableList.toImmutableList()),
        sessions,
        section(document, "intents", new IntentDecoder(header.moments())::decode),
        header.story(),
        section(document, "questions", new LessonDecoder(expected, byId(sessions))::decode),
        epochs.stream().map(Epoch::document).collect(ImmutableList.toImmutableList()));
  }

  private <T> ImmutableList<T> section(Located.Obj document, String key, Decoder<T> entry) {
    return Trees.member(document, key)
        .flatMap(value -> Decoders.list(entry).decode(value, problems))
        .orElse(ImmutableList.of());
  }

  private void checkEnd(
      Header header,
      ImmutableList<TimelineEntry> entries,
      ImmutableList<MessageDecoder.Placed> messages) {
    if (header.until().isEmpty()) {
      return;
    }
    Instant until = header.until().get();
    entries.forEach(entry -> checkEnd(entry.at(), until, entry.atSpot()));
    messages.forEach(placed -> checkEnd(placed.message().at(), until, placed.at()));
  }

  private void checkEnd(Instant at, Instant until, Spot spot) {
    if (at.isAfter(until)) {
      problems.add(
          spot, "this is after `until`, when the scenario ends, at " + until, "move one of them");
    }
  }

  /** The message with its origin spelled as where it is named. */
  private Message linked(MessageDecoder.Placed placed, ImmutableList<Epoch> epochs) {
    Message m = placed.message();
    Epoch epoch = epochs.get(0);
    for (Epoch later : epochs) {
      epoch = later.from().isAfter(m.at()) ? epoch : later;
    }
    Names names = epoch.draft().names();
    Optional<String> origin = names.thing(m.origin());
    if (origin.isEmpty()) {
      String time = epochs.size() == 1 ? "" : " at " + m.at();
      problems.add(
          placed.origin(),
          "there is no system, server or device `" + m.origin() + "`" + time,
          Suggestion.help(Ascii.truncate(m.origin(), 200, ""), names.things()));
    }
    return new Message(
        m.id(),
        m.sender(),
        m.recipients(),
        origin.orElse(m.origin()),
        m.at(),
        m.sizeBytes(),
        m.requireTls(),
        m.tlsRequiredNo(),
        m.bareLinefeeds());
  }

  private static ImmutableMap<String, TypedScript> byId(ImmutableList<TypedScript> sessions) {
    Map<String, TypedScript> byId = new LinkedHashMap<>();
    sessions.forEach(s -> byId.putIfAbsent(s.id(), s));
    return ImmutableMap.copyOf(byId);
  }

  private static ExpectationDecoder expectationDecoder(
      Header header,
      ImmutableList<Epoch> epochs,
      ImmutableList<Message> messages,
      MessageDecoder decoder) {
    Map<String, Message> byId = new LinkedHashMap<>();
    messages.forEach(m -> byId.putIfAbsent(m.id(), m));
    Names everybody = new Names(new Problems());
    epochs.forEach(epoch -> everybody.addAll(epoch.draft().names()));
    return new ExpectationDecoder(
        ImmutableMap.copyOf(byId), decoder.ids(), new ReportShape(header.moments(), everybody));
  }

  private static World world(
      Header header,
      ImmutableList<Epoch> epochs,
      ImmutableList<TimelineEntry> entries,
      ImmutableList<Message> messages) {
    Instant last = header.moments().clock();
    for (TimelineEntry entry : entries) {
      last = entry.at().isAfter(last) ? entry.at() : last;
    }
    for (Message message : messages) {
      last = message.at().isAfter(last) ? message.at() : last;
    }
    return new World(
        epochs.stream()
            .map(epoch -> new World.Epoch(epoch.from(), epoch.draft().topology()))
            .collect(ImmutableList.toImmutableList()),
        messages,
        header.until().orElse(last));
  }
}
