package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import exsim.model.onprem.ExchangeVersion;
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

  /** Certificates signed with SHA-1 are not accepted any more (EXO-IN-36). */
  static final Instant SHA1_REFUSED = startOf(LocalDate.of(2016, 6, 1));

  /** Messages expire after 24 hours instead of 48 (errata 10). */
  static final Instant EXPIRATION_SHORTENED = startOf(2021);

  /** The certificate of the service was replaced by one of another issuer (KB 3156771). */
  static final Instant CERTIFICATE_REPLACED = startOf(LocalDate.of(2016, 4, 15));

  /** Certificates of the service end at another root, as far as is known (EXO-CRY-04). */
  static final Instant GLOBALSIGN_ROOT = startOf(2018);

  /** A chain of DigiCert's was seen in 2022 (EXO-CRY-04). */
  static final Instant DIGICERT_ROOT = startOf(2022);

  /** From this day on peers had to trust the next root (incident 46). */
  static final Instant DIGICERT_ROOT_G2 = startOf(LocalDate.of(2026, 3, 22));

  /** Refusals are first known with the time and the id of the session (EXO-EP-36). */
  static final Instant REFUSALS_STAMPED = startOf(2023);

  /** 530 5.7.57 has the words of today (EXO-EP-43). */
  static final Instant LOGON_REWORDED = startOf(2024);

  /** Banners are first known with the id of the session (EXO-EP-30). */
  static final Instant BANNER_WITH_ID = startOf(2025);

  private static final Instant END_OF_2010 = startOf(LocalDate.of(2020, 10, 13));
  private static final Instant END_OF_2013 = startOf(LocalDate.of(2023, 4, 11));
  private static final Instant END_OF_2016_AND_2019 = startOf(LocalDate.of(2025, 10, 14));

  /** All of them. */
  public static final ImmutableList<Instant> ALL =
      ImmutableList.of(
          CERTIFICATE_REPLACED,
          SHA1_REFUSED,
          UNKNOWN_RECIPIENT_CODE,
          CERTIFICATE_FAILURE_CODE,
          STARTTLS_DEMANDED,
          EXPIRATION_SHORTENED,
          GLOBALSIGN_ROOT,
          DIGICERT_ROOT,
          DIGICERT_ROOT_G2,
          REFUSALS_STAMPED,
          LOGON_REWORDED,
          BANNER_WITH_ID,
          END_OF_2010,
          END_OF_2013,
          END_OF_2016_AND_2019);

  private ServiceDates() {}

  /** When the vendor's support of a version of Exchange ends. */
  public static Instant endOfSupport(ExchangeVersion version) {
    return switch (version) {
      case E2010 -> END_OF_2010;
      case E2013 -> END_OF_2013;
      case E2016, E2019 -> END_OF_2016_AND_2019;
      case SE -> Instant.MAX;
    };
  }

  /** Not parsed, because the parser of dates takes longer to load than everything else here. */
  private static Instant startOf(int year) {
    return startOf(LocalDate.of(year, 1, 1));
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
