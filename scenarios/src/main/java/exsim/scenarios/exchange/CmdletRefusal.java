package exsim.scenarios.exchange;

import exsim.simulator.rule.Basis;

/** What a cmdlet refuses for what is typed, not for what the object would be. */
public enum CmdletRefusal implements ConfigurationRule {
  /** A connector has one usage. */
  TWO_USAGES(
      "CFG-061",
      "Usage",
      "only one of Usage, Custom, Internal, Internet, Partner and Client can be given",
      "keep one of them",
      Basis.DOCUMENTED,
      "New-SendConnector, New-ReceiveConnector (SC-069, RC-055)"),
  /** Nowhere to listen. */
  USAGE_NEEDS_BINDINGS(
      "CFG-062",
      "Bindings",
      "this usage needs Bindings",
      "add them, such as 0.0.0.0:25",
      Basis.DOCUMENTED,
      "New-ReceiveConnector -Bindings (RC-056)"),
  /** Nobody to serve. */
  USAGE_NEEDS_RANGES(
      "CFG-063",
      "RemoteIPRanges",
      "this usage needs RemoteIPRanges",
      "add them",
      Basis.DOCUMENTED,
      "New-ReceiveConnector -RemoteIPRanges (RC-056)"),
  /** The Internet is everybody. */
  INTERNET_WITH_RANGES(
      "CFG-064",
      "RemoteIPRanges",
      "usage Internet excludes RemoteIPRanges",
      "remove them, or use Custom",
      Basis.DOCUMENTED,
      "New-ReceiveConnector -Internet (RC-056)"),
  /** Users do not log on at the edge. */
  CLIENT_ON_EDGE(
      "CFG-065",
      "Usage",
      "usage Client is not available on an Edge Transport server",
      "use Custom",
      Basis.DOCUMENTED,
      "Receive connectors (RC-057)"),
  /** A connector would lose the certificate that it names. */
  CERTIFICATE_IN_USE(
      "CFG-066",
      "TlsCertificateName",
      "These certificates are tagged with following Send Connectors",
      "set TlsCertificateName of those connectors to another certificate, or to $null",
      Basis.OBSERVED,
      "Cannot remove an installed certificate (D26)"),
  /** Servers would not know the server any more. */
  INTERNAL_CERTIFICATE(
      "CFG-069",
      "InternalTransportCertificateThumbprint",
      "the internal transport certificate cannot be removed, because that would cause the Microsoft"
          + " Exchange Transport service to stop",
      "replace it first: Enable-ExchangeCertificate -Services SMTP -Force with another certificate",
      Basis.DOCUMENTED,
      "Remove-ExchangeCertificate (CERT-009, ANON-003)"),
  /** The file is made at one end. */
  SUBSCRIPTION_FILE_ON_EDGE(
      "CFG-073",
      "FileName",
      "on an Edge Transport server New-EdgeSubscription makes a file: it takes -FileName, and"
          + " neither -FileData nor -Site",
      "give -FileName here, and import the file in the organization",
      Basis.DOCUMENTED,
      "New-EdgeSubscription -FileName (ANON-005)"),
  /** The file is imported at the other end. */
  SUBSCRIPTION_FILE_IN_ORGANIZATION(
      "CFG-074",
      "FileData",
      "in the organization New-EdgeSubscription imports a file: it needs -FileData and -Site, and"
          + " takes no -FileName",
      "make the file on the Edge server: `on` with its name, and -FileName",
      Basis.DOCUMENTED,
      "New-EdgeSubscription -FileData, -Site (ANON-005)"),
  /** What comes over from the organization is not changed at its destination. */
  SUBSCRIBED_EDGE(
      "CFG-068",
      "Name",
      "a subscribed Edge Transport server does not run this cmdlet: EdgeSync brings its Send"
          + " connectors and accepted domains",
      "run it in the organization",
      Basis.DOCUMENTED,
      "Edge Subscriptions (SC-069c)"),
  /** Names are identities. */
  NAME_TAKEN(
      "CFG-067",
      "Name",
      "an object of this name exists already",
      "use another name",
      Basis.DOCUMENTED,
      "the -Name parameter of each New- cmdlet (SC-010, RC-010, EXO-OUT-01)");

  private final Combination combination;

  CmdletRefusal(
      String id, String property, String sentence, String help, Basis basis, String source) {
    combination = new Combination(id, property, sentence, help, basis, source, f -> false);
  }

  @Override
  public Combination combination() {
    return combination;
  }
}
