package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** When Exchange Online changed what it does or says. */
public final class ServiceDates {
  /** Unknown recipients: 5.1.10 instead of 5.1.1 (errata 14). */
  static final Instant UNKNOWN_RECIPIENT_CODE = startOf(2017);

  /** Certificate failures: 4.4.317 instead of 4.7.320 (errata 3). */
  static final Instant CERTIFICATE_FAILURE_CODE = startOf(2018);

  /** Clear sessions on port 587 are told to start TLS (errata 1). */
  static final Instant STARTTLS_DEMANDED = startOf(2020);

  /** Messages expire after 24 hours instead of 48 (errata 10). */
  static final Instant EXPIRATION_SHORTENED = startOf(2021);

  /** All of them. */
  public static final ImmutableList<Instant> ALL =
      ImmutableList.of(
          UNKNOWN_RECIPIENT_CODE,
          CERTIFICATE_FAILURE_CODE,
          STARTTLS_DEMANDED,
          EXPIRATION_SHORTENED);

  private ServiceDates() {}

  /** Not parsed, because the parser of dates takes longer to load than everything else here. */
  private static Instant startOf(int year) {
    return LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
