extension JobRegistry {
  /// All jobs of the backend.
  public static let newsroom = JobRegistry([SendInvoiceEmail.self, ProcessWebhookEvent.self])
}
