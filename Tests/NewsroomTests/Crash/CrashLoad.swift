import Foundation

/// What clients send to a server that dies now and then, and what they were answered.
actor CrashLoad {
  private let gateway: ChargingGateway
  private var random: CrashNumbers
  private var pending: [Delivery] = []
  private var subscribers = 0
  private var isOpen = true
  /// How many requests of a subscriber are still to be answered.
  private var open: [String: Int] = [:]
  /// What was answered so that its sender never sends it again, and how often.
  private(set) var accepted: [Delivery: Int] = [:]
  /// How many answers there were.
  private(set) var answers = 0
  /// Who was answered that a subscription was started, once for each answer.
  private(set) var started: [String] = []
  /// How many requests were sent to a living server and got no answer.
  private(set) var cutOff = 0
  /// How many of them were not sent again.
  private(set) var givenUp = 0
  /// Answers that nobody can make anything of.
  private(set) var surprises: [String] = []

  init(_ gateway: ChargingGateway, _ random: CrashNumbers) {
    self.gateway = gateway
    self.random = random
  }

  /// Something to send; `nil` when all is sent and nobody new comes.
  func next() -> Delivery? {
    while isOpen, pending.count < 40 { addSubscriber() }
    guard !pending.isEmpty else { return nil }
    return pending.remove(at: random.below(pending.count))
  }

  /// Nobody new comes; what is still to be sent is sent.
  func close() { isOpen = false }

  func answered(_ delivery: Delivery, _ status: Int, _ text: String) async {
    answers += 1
    guard delivery.isAccepted(by: status) else {
      return surprises.append("\(status) for \(delivery): \(text)")
    }
    accepted[delivery, default: 0] += 1
    if case .subscription(let email) = delivery, status == 201 { started.append(email) }
    await settle(delivery)
  }

  /// A sender without an answer sends it again; a few give up, and nobody knows what became of it.
  func wentUnanswered(_ delivery: Delivery, wasRefused: Bool) async {
    guard !wasRefused else { return pending.append(delivery) }
    cutOff += 1
    guard random.below(8) == 0 else { return pending.append(delivery) }
    givenUp += 1
    await settle(delivery)
  }

  /// Lets the life of a subscription go on once nobody asks for it any more: who asks again after
  /// it was canceled starts another one.
  private func settle(_ delivery: Delivery) async {
    guard case .subscription(let email) = delivery else { return }
    open[email, default: 0] -= 1
    guard open[email] == 0, accepted[delivery] != nil, let payment = await gateway.paid[email]
    else { return }
    for event in PaymentEvent.life(of: payment) where random.below(4) > 0 { add(event) }
  }

  /// Somebody who clicks twice.
  private func addSubscriber() {
    subscribers += 1
    let email = "reader-\(subscribers)@example.com"
    open[email] = 2
    pending += [.subscription(email: email), .subscription(email: email)]
  }

  /// Each third one is sent twice.
  private func add(_ event: PaymentEvent) {
    pending.append(.event(event))
    if random.below(3) == 0 { pending.append(.event(event)) }
  }
}

/// Numbers that look random, and are the same for the same seed.
struct CrashNumbers: Sendable {
  let seed: UInt64
  private var state: UInt64

  init(seed: UInt64 = .random(in: 1...UInt64(UInt32.max))) {
    self.seed = seed
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  /// A number from 0 to below `bound`.
  mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(truncatingIfNeeded: state >> 33) % bound
  }
}
