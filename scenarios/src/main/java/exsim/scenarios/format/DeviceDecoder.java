package exsim.scenarios.format;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSet;
import exsim.model.external.Device;
import exsim.model.external.MailSystem;
import exsim.model.mail.EmailAddress;
import exsim.model.net.HostPort;
import exsim.model.net.IpAddress;
import exsim.model.tls.Certificate;
import exsim.model.tls.TlsVersion;
import exsim.model.tls.TrustStore;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import java.util.Optional;

/** Decodes one entry of {@code devices}. */
final class DeviceDecoder {
  private static final int SMTP_PORT = 25;
  private static final Decoder<Device.TlsUse> TLS =
      Decoders.words("a way to use TLS", Device.TlsUse.values(), Device.TlsUse::text);
  private static final Decoder<Device.Protocol> PROTOCOL =
      Decoders.words("a protocol", Device.Protocol.values(), Device.Protocol::text);

  /** Names of devices are free text; the name in a greeting is not. */
  private static final CharMatcher NOT_OF_NAMES =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("-._"))
          .negate();

  private static final Decoder<String> EHLO_NAME =
      (value, problems) ->
          Decoders.TEXT
              .decode(value, problems)
              .filter(
                  text -> {
                    boolean line = CharMatcher.inRange(' ', '~').matchesAllOf(text);
                    if (!line) {
                      problems.add(
                          value.spot(), "a greeting is one line of ASCII", "leave this out");
                    }
                    return line;
                  });

  private final Context context;

  DeviceDecoder(Context context) {
    this.context = context;
  }

  Optional<Device> decode(Located value, Problems problems) {
    return Fields.of(value, problems).flatMap(this::decode);
  }

  private Optional<Device> decode(Fields fields) {
    Optional<String> name = fields.required("name", Decoders.NAME);
    name.ifPresent(n -> context.names().system(n, fields.spotOf("name")));
    Optional<IpAddress> address = fields.optional("address", context.owned(name.orElse("")));
    Device.TlsUse tls = fields.optional("tls", TLS, Device.TlsUse.IF_OFFERED);
    ImmutableSet<TlsVersion> versions =
        fields.optional("tlsVersions", Decoders.TLS_VERSIONS, MailSystemDecoder.VERSIONS_DEFAULT);
    Optional<Certificate> certificate =
        fields.optional("certificate", context.certificates().reference());
    Optional<HostPort> smtpHost = fields.required("smtpHost", Decoders.hostPort(SMTP_PORT));
    Optional<EmailAddress> user = fields.optional("user", Decoders.EMAIL);
    Optional<String> ehloName = fields.optional("ehloName", EHLO_NAME);
    Device.Protocol protocol = fields.optional("protocol", PROTOCOL, Device.Protocol.SMTP);
    fields.noOthers();
    if (name.isEmpty() || smtpHost.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Device(
            name.get(),
            address.orElseGet(context.spare()::next),
            tls,
            new MailSystem.ClientTls(versions, certificate, TrustStore.PUBLIC),
            smtpHost.get(),
            user,
            ehloName.orElseGet(() -> NOT_OF_NAMES.replaceFrom(name.get(), '-')),
            protocol));
  }
}
