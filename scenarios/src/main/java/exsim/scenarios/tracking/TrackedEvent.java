package exsim.scenarios.tracking;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.onprem.ExchangeServer;
import exsim.scenarios.text.LogFile;
import exsim.simulator.route.NextHopSolutionKey;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of a message tracking log.
 *
 * @param organization the organization of the server
 * @param server the server whose log it is
 * @param service the service that wrote it
 * @param at when
 * @param what what happened, by the names of the documentation
 * @param queue the queue that the message came from; empty for none
 * @param recipients the recipients
 * @param status what all of them met; empty text for nothing
 * @param fields the other fields; one that is missing is empty
 */
public record TrackedEvent(
    String organization,
    ExchangeServer server,
    Service service,
    Instant at,
    What what,
    Optional<NextHopSolutionKey> queue,
    ImmutableList<String> recipients,
    String status,
    ImmutableMap<TrackingField, String> fields) {

  /** A service that writes such a log. */
  public enum Service {
    /** Transport, which every version has. */
    TRANSPORT("MSGTRK"),
    /** Mailbox Transport Delivery. */
    DELIVERY("MSGTRKMD"),
    /** Mailbox Transport Submission. */
    SUBMISSION("MSGTRKMS");

    private final String prefix;

    Service(String prefix) {
      this.prefix = prefix;
    }

    /** What the names of its files begin with. */
    String prefix() {
      return prefix;
    }
  }

  /**
   * What happened.
   *
   * @param source the component that is responsible
   * @param event the event
   */
  public record What(Source source, Event event) {}

  /** The components that are responsible for something, of those that are documented. */
  public enum Source {
    DNS,
    DSN,
    QUEUE,
    ROUTING,
    SMTP,
    STOREDRIVER
  }

  /** The events, of those that are documented. */
  public enum Event {
    DEFER,
    DELIVER,
    DSN,
    FAIL,
    RECEIVE,
    SEND,
    SUBMIT,
    SUBMITDEFER,
    SUBMITFAIL
  }

  /** Whether another entry tells the same of other recipients. */
  boolean joins(TrackedEvent other) {
    return organization.equals(other.organization)
        && server.name().equals(other.server.name())
        && service == other.service
        && at.equals(other.at)
        && what.equals(other.what)
        && queue.equals(other.queue)
        && status.equals(other.status)
        && fields.equals(other.fields)
        && recipients.stream().noneMatch(other.recipients::contains);
  }

  /** Both in one. */
  TrackedEvent with(TrackedEvent other) {
    return new TrackedEvent(
        organization,
        server,
        service,
        at,
        what,
        queue,
        ImmutableList.<String>builder().addAll(recipients).addAll(other.recipients).build(),
        status,
        fields);
  }

  /** Its fields that are not empty, in their order; those of several recipients by semicolons. */
  public ImmutableMap<TrackingField, String> values() {
    Map<TrackingField, String> values = new EnumMap<>(TrackingField.class);
    values.putAll(fields);
    values.put(TrackingField.DATE_TIME, LogFile.instant(at));
    values.put(TrackingField.SOURCE, what.source().name());
    values.put(TrackingField.EVENT_ID, what.event().name());
    values.put(TrackingField.RECIPIENT_ADDRESS, Joiner.on(';').join(recipients));
    values.put(TrackingField.RECIPIENT_COUNT, String.valueOf(recipients.size()));
    values.put(
        TrackingField.RECIPIENT_STATUS,
        Joiner.on(';')
            .join(recipients.stream().map(r -> status).filter(s -> !s.isEmpty()).toList()));
    values.put(TrackingField.TRANSPORT_TRAFFIC_TYPE, "Email");
    values.values().removeIf(String::isEmpty);
    values.keySet().retainAll(TrackingField.of(server.version()));
    return ImmutableMap.copyOf(values);
  }
}
