package exsim.scenarios.tracking;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import exsim.model.onprem.ExchangeVersion;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A field of the message tracking log, in the order of its header line. */
public enum TrackingField {
  /** When. */
  DATE_TIME("Timestamp"),
  /** The address of who submitted the message. */
  CLIENT_IP,
  /** Its name. */
  CLIENT_HOSTNAME,
  /** The address of the server that took it. */
  SERVER_IP,
  /** Its name. */
  SERVER_HOSTNAME,
  /** What belongs to the source. */
  SOURCE_CONTEXT,
  /** The connector. */
  CONNECTOR_ID,
  /** The component that is responsible. */
  SOURCE,
  /** What happened. */
  EVENT_ID,
  /** The message's number on one server. */
  INTERNAL_MESSAGE_ID,
  /** The message's header field. */
  MESSAGE_ID,
  /** What all copies of a message share. */
  NETWORK_MESSAGE_ID(ExchangeVersion.E2013),
  /** The recipients. */
  RECIPIENT_ADDRESS("Recipients"),
  /** What each of them met. */
  RECIPIENT_STATUS,
  /** The message's size. */
  TOTAL_BYTES,
  /** How many recipients there are. */
  RECIPIENT_COUNT,
  /** Other recipients that come into it. */
  RELATED_RECIPIENT_ADDRESS,
  /** Another message that comes into it. */
  REFERENCE,
  /** The message's subject. */
  MESSAGE_SUBJECT,
  /** The message's sender. */
  SENDER_ADDRESS("Sender"),
  /** The address of MAIL FROM. */
  RETURN_PATH,
  /** More about the message. */
  MESSAGE_INFO,
  /** Where it goes. */
  DIRECTIONALITY,
  /** Nothing on-premises. */
  TENANT_ID,
  /** The address of the client in front of Front End Transport. */
  ORIGINAL_CLIENT_IP,
  /** The address that it connected to. */
  ORIGINAL_SERVER_IP,
  /** What agents add. */
  CUSTOM_DATA,
  /** Mail. */
  TRANSPORT_TRAFFIC_TYPE(ExchangeVersion.E2016),
  /** The line's number. */
  LOG_ID(ExchangeVersion.E2016),
  /** The build that wrote it. */
  SCHEMA_VERSION(ExchangeVersion.E2016);

  private final String property;
  private final ExchangeVersion since;

  TrackingField() {
    this("", ExchangeVersion.E2010);
  }

  TrackingField(ExchangeVersion since) {
    this("", since);
  }

  TrackingField(String property) {
    this(property, ExchangeVersion.E2010);
  }

  TrackingField(String property, ExchangeVersion since) {
    this.property = property;
    this.since = since;
  }

  /** Its name in the header line. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The property of {@code Get-MessageTrackingLog} that shows it. */
  public String property() {
    return property.isEmpty()
        ? Splitter.on('_')
            .splitToStream(name())
            .map(TrackingField::word)
            .collect(Collectors.joining())
        : property;
  }

  private static String word(String capitals) {
    return capitals.charAt(0) + Ascii.toLowerCase(capitals.substring(1));
  }

  /** The fields of a version's logs. */
  static ImmutableList<TrackingField> of(ExchangeVersion version) {
    return Arrays.stream(values())
        .filter(field -> version.atLeast(field.since))
        .collect(ImmutableList.toImmutableList());
  }
}
