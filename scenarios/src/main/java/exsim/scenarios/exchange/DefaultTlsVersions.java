package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableSet;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.tls.TlsVersion;

/** The TLS versions that Exchange uses for SMTP on the Windows that it usually runs on. */
public final class DefaultTlsVersions {
  private DefaultTlsVersions() {}

  /**
   * The versions that are on when nobody changed anything.
   *
   * <p>From 2019 on, setup leaves TLS 1.2 alone on, and TLS 1.3 does not serve SMTP (VER-002). 2013
   * and 2016 take what Windows Server 2012 R2 and 2016 (VER-010) have on without a registry key
   * (VER-003), which was seen in the registry of a 2016 server (VER-008) and is assumed for 2013
   * since its CU8. On Windows Server 2008 R2, under Exchange 2010, later versions are off until
   * somebody turns them on; that is assumed too (VER-009).
   */
  public static ImmutableSet<TlsVersion> of(ExchangeVersion version) {
    return switch (version) {
      case E2010 -> ImmutableSet.of(TlsVersion.TLS_1_0);
      case E2013, E2016 ->
          ImmutableSet.of(TlsVersion.TLS_1_0, TlsVersion.TLS_1_1, TlsVersion.TLS_1_2);
      case E2019, SE -> ImmutableSet.of(TlsVersion.TLS_1_2);
    };
  }
}
