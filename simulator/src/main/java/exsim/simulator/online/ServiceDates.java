package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import java.time.Instant;

/** When Exchange Online changed what it does or says. */
public final class ServiceDates {
  /** Unknown recipients: 5.1.10 instead of 5.1.1 (errata 14). */
  static final Instant UNKNOWN_RECIPIENT_CODE = Instant.parse("2017-01-01T00:00:00Z");

  /** Certificate failures: 4.4.317 instead of 4.7.320 (errata 3). */
  static final Instant CERTIFICATE_FAILURE_CODE = Instant.parse("2018-01-01T00:00:00Z");

  /** Clear sessions on port 587 are told to start TLS (errata 1). */
  static final Instant STARTTLS_DEMANDED = Instant.parse("2020-01-01T00:00:00Z");

  /** Messages expire after 24 hours instead of 48 (errata 10). */
  static final Instant EXPIRATION_SHORTENED = Instant.parse("2021-01-01T00:00:00Z");

  /** The shorter wording of 530 5.7.57 (EXO-EP-43). */
  static final Instant NOT_AUTHENTICATED_WORDING = Instant.parse("2024-01-01T00:00:00Z");

  /** All of them. */
  public static final ImmutableList<Instant> ALL =
      ImmutableList.of(
          UNKNOWN_RECIPIENT_CODE,
          CERTIFICATE_FAILURE_CODE,
          STARTTLS_DEMANDED,
          EXPIRATION_SHORTENED,
          NOT_AUTHENTICATED_WORDING);

  private ServiceDates() {}
}
