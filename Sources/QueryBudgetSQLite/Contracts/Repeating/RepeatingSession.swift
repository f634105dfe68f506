/// A contract that calls the code again upon what a call left behind.
package protocol RepeatingSession: ContractSession {
  /// What the calls do outside of the database.
  var effects: EffectLog { get }
}

extension RepeatingSession {
  /// The values tell which statement wrote a row.
  package var keeping: Keeping { [.stacks, .values] }

  /// Holds sync code against the contract; `prepare` is called whenever the databases were put
  /// back, and `observe` answers what the code did outside of them so far.
  package mutating func run(
    preparing prepare: () throws -> Void,
    effects observe: () throws -> [String],
    call: () throws -> Value
  ) throws -> ContractRun<Value> {
    let (log, recorder) = (effects, recorder)
    return try run(
      preparing: {
        if log.startsOver { try prepare() }
        log.began(try observe())
      },
      call: {
        let result = Result { try call() }
        // What the test asks the database is no part of the call that was killed.
        recorder.use(nil)
        log.ended(Result { try recorder.withoutRecording(observe) })
        return try result.get()
      })
  }

  /// The same for async code.
  package mutating func run(
    isolation: isolated (any Actor)?,
    preparing prepare: () async throws -> Void,
    effects observe: () async throws -> [String],
    call: () async throws -> Value
  ) async throws -> ContractRun<Value> {
    let (log, recorder) = (effects, recorder)
    return try await run(
      isolation: isolation,
      preparing: {
        if log.startsOver { try await prepare() }
        log.began(try await observe())
      },
      call: {
        let result: Result<Value, any Error>
        do { result = .success(try await call()) } catch { result = .failure(error) }
        recorder.use(nil)
        do {
          log.ended(.success(try await recorder.withoutRecording(observe)))
        } catch {
          log.ended(.failure(error))
        }
        return try result.get()
      })
  }
}
