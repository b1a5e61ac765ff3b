package exsim.scenarios.format;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.EmailAddress;
import exsim.model.mail.Message;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Spot;
import exsim.scenarios.json.Suggestion;
import exsim.simulator.question.Expectation;
import exsim.simulator.question.Value;
import java.util.Optional;

/** Decodes one entry of {@code expect}. */
final class ExpectationDecoder {
  private static final Decoder<Expectation.Branches> BRANCHES =
      Decoders.words(
          "a number of branches", Expectation.Branches.values(), Expectation.Branches::text);

  private final ImmutableMap<String, Message> messages;
  private final ImmutableSet<String> ids;
  private final ImmutableMap<String, Decoder<Value>> parts;

  /**
   * Creates one.
   *
   * @param messages the messages by id
   * @param ids all ids, also of messages that could not be decoded
   * @param shape what an expectation may state
   */
  ExpectationDecoder(
      ImmutableMap<String, Message> messages, ImmutableSet<String> ids, ReportShape shape) {
    this.messages = messages;
    this.ids = ids;
    this.parts = shape.delivery();
  }

  /**
   * An expectation and where it stands.
   *
   * @param expectation the expectation
   * @param spot its place
   */
  record Placed(Expectation expectation, Spot spot) {}

  Optional<Placed> decode(Located value, Problems problems) {
    return Fields.of(value, problems).flatMap(fields -> decode(fields, problems));
  }

  private Optional<Placed> decode(Fields fields, Problems problems) {
    Optional<String> message = fields.required("message", Decoders.NAME);
    Optional<EmailAddress> recipient = fields.optional("recipient", Decoders.EMAIL);
    Expectation.Branches branches = fields.optional("branches", BRANCHES, Expectation.Branches.ALL);
    Optional<Boolean> internal = fields.optional("internal", Decoders.BOOL);
    ImmutableMap<String, Value> stated = ReportShape.stated(fields, parts);
    fields.noOthers();
    message.ifPresent(id -> checkMessage(id, fields.spotOf("message"), problems));
    message
        .map(messages::get)
        .ifPresent(m -> checkRecipient(m, recipient, fields.spotOf("recipient"), problems));
    return message.map(
        id ->
            new Placed(new Expectation(id, recipient, branches, internal, stated), fields.spot()));
  }

  /** Reports an id that no message has. */
  void checkMessage(String id, Spot spot, Problems problems) {
    if (!ids.contains(id)) {
      problems.add(spot, "there is no message `" + id + "`", Suggestion.help(id, ids));
    }
  }

  private static void checkRecipient(
      Message message, Optional<EmailAddress> recipient, Spot spot, Problems problems) {
    if (recipient.isPresent() && !message.recipients().contains(recipient.get())) {
      problems.add(
          spot,
          "message `" + message.id() + "` is not sent to `" + recipient.get() + "`",
          Suggestion.help(
              recipient.get().toString(),
              message.recipients().stream().map(EmailAddress::toString).toList()));
    }
  }
}
