package exsim.scenarios.format;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.InvalidValueException;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.EmailAddress;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ServerRole;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Suggestion;
import java.util.Optional;

/**
 * Decodes on which servers an organization's mailboxes are.
 *
 * @param servers the servers
 * @param domains the accepted domains
 * @param remote the recipients whose mailbox is elsewhere
 */
record MailboxDecoder(
    ImmutableList<ExchangeServer> servers,
    ImmutableList<AcceptedDomain> domains,
    ImmutableSet<EmailAddress> remote) {

  ImmutableMap<EmailAddress, String> decode(Fields fields) {
    return fields.optional(
        "mailboxes", Decoders.map(this::mailbox, this::server), ImmutableMap.of());
  }

  private EmailAddress mailbox(String text) {
    EmailAddress mailbox = EmailAddress.parse(text);
    if (remote.contains(mailbox)) {
      throw new InvalidValueException("`" + mailbox + "` is among `remoteRecipients` too");
    }
    if (domains.stream().noneMatch(d -> d.covers(mailbox.domain()))) {
      throw new InvalidValueException("`" + mailbox + "` is in no accepted domain");
    }
    return mailbox;
  }

  private Optional<String> server(Located value, Problems problems) {
    Optional<String> name = Decoders.NAME.decode(value, problems);
    if (name.isEmpty()) {
      return name;
    }
    Optional<ExchangeServer> found =
        servers.stream().filter(s -> Ascii.equalsIgnoreCase(s.name(), name.get())).findFirst();
    if (found.isEmpty()) {
      problems.add(
          value.spot(),
          "the organization has no server `" + name.get() + "`",
          Suggestion.help(name.get(), servers.stream().map(ExchangeServer::name).toList()));
    } else if (!found.get().roles().contains(ServerRole.MAILBOX)) {
      problems.add(
          value.spot(),
          "the server `" + found.get().name() + "` has no Mailbox role",
          "add Mailbox to its `role`, or name another server");
      return Optional.empty();
    }
    return found.map(ExchangeServer::name);
  }
}
