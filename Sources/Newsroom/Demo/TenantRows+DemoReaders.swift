import Foundation
import GRDB

extension TenantRows {
  /// Adds who reads the demo tenant, with what they pay and what they say.
  ///
  /// Nothing is charged and nothing is sent: it was done long ago.
  func insertDemoReaders() throws {
    for (index, reader) in DemoReader.all.enumerated() {
      try insert(reader, number: index + 1)
      guard let article = try fetchOne(Article.filter { $0.slug == reader.comment.slug }),
        let articleId = article.id
      else { continue }
      try insert(
        Comment(
          tenantId: tenantId, articleId: articleId, author: reader.name,
          text: reader.comment.text, createdAt: reader.startedAt + 3600))
    }
  }

  private func insert(_ reader: DemoReader, number: Int) throws {
    let subscriber = Subscriber(tenantId: tenantId, email: reader.email, name: reader.name)
    let end = reader.plan.end(from: reader.startedAt)
    let id = try insert(
      Subscription(
        tenantId: tenantId,
        subscriberId: try insert(subscriber),
        plan: reader.plan.rawValue,
        status: reader.isCanceled ? .canceled : .active,
        reference: "sub_demo_\(number)",
        startedAt: reader.startedAt,
        renewsAt: end,
        canceledAt: reader.isCanceled ? reader.startedAt + 86_400 : nil,
        changedAt: reader.startedAt
      ))
    try insert(
      Invoice(
        tenantId: tenantId,
        subscriptionId: id,
        number: number,
        amount: reader.plan.price,
        currency: reader.plan.currency,
        status: .paid,
        reference: "in_demo_\(number)",
        issuedAt: reader.startedAt,
        paidAt: reader.startedAt,
        emailedAt: reader.startedAt,
        changedAt: reader.startedAt
      ))
  }
}
